// A partner page made with the newest React: calculators as JSX, with attributes from the state and events into it.
import { useState } from "react";
import { createRoot } from "react-dom/client";

function App() {
  const [seniority, setSeniority] = useState("senior");
  const [order, setOrder] = useState(["first", "second", "third"]);
  const [compact, setCompact] = useState(false);
  const [typical, setTypical] = useState({});
  const heard = ({ target, detail }) => setTypical((before) => ({ ...before, [target.id]: detail.permanent.typical }));
  return (
    <>
      <button id="lead" onClick={() => setSeniority("lead")}>Lead</button>
      <button id="turn" onClick={() => setOrder(order.toReversed())}>Turn round</button>
      <button id="less" onClick={() => setOrder(order.slice(1))}>Less</button>
      <button id="compact" onClick={() => setCompact(!compact)}>Compact</button>
      <output>{JSON.stringify(typical)}</output>
      <ul>
        {order.map((id) => (
          <li key={id}>
            <salary-calculator
              id={id}
              loading="eager"
              seniority={seniority}
              heading-level={3}
              compact={compact}
              {...{ "onsalary:estimate": heard }}
            >
              <a href="/">Pay</a>
            </salary-calculator>
          </li>
        ))}
      </ul>
    </>
  );
}

createRoot(document.getElementById("root")).render(<App />);
