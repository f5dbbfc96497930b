//! A partner's page that is made with Yew too: buttons that count what is clicked, and the calculator below them.

use yew::prelude::*;

#[component]
fn App() -> Html {
    let clicks = use_state(|| 0);
    let count = {
        let clicks = clicks.clone();
        Callback::from(move |_: MouseEvent| clicks.set(*clicks + 1))
    };
    // Many of them: Yew numbers what listens, and each number may meet one of the calculator's.
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
