//! A partner page made with Yew, like the calculator itself: buttons that count clicks, with the calculator below them.

use yew::prelude::*;

#[component]
fn App() -> Html {
    let clicks = use_state(|| 0);
    let count = {
        let clicks = clicks.clone();
        Callback::from(move |_: MouseEvent| clicks.set(*clicks + 1))
    };
    // Yew numbers its listeners, so any of these many may have the number of one of the calculator's.
    let buttons =
        (0..300).map(|_| html! { <button class="count" onclick={count.clone()}>{ "Count" }</button> });
    html! {
        <>
            <output>{ *clicks }</output>
            { for buttons }
            <salary-calculator id="a" loading="eager" seniority="mid"><a href="/">{ "Pay" }</a></salary-calculator>
        </>
    }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
