use crate::say::links as say;
use yew::prelude::*;

use crate::share::CodeError;

#[derive(Clone, PartialEq, Properties)]
pub struct PasteBoxProps {
    /// Why what was pasted last is no result.
    pub problem: Option<CodeError>,
    pub onpaste: Callback<String>,
}

/// A field for somebody's link, to see two results side by side.
#[component]
pub fn PasteBox(props: &PasteBoxProps) -> Html {
    let field = use_node_ref();
    let submit = {
        let (field, onpaste) = (field.clone(), props.onpaste.clone());
        Callback::from(move |submit: SubmitEvent| {
            submit.prevent_default();
            if let Some(field) = field.cast::<web_sys::HtmlInputElement>() {
                onpaste.emit(field.value());
            }
        })
    };
    let problem = props.problem.map(|problem| match problem {
        CodeError::NotOurs => say::not_one_result(),
        CodeError::Damaged => say::damaged_paste(),
        CodeError::CutOff => say::cut_off_paste(),
        CodeError::Older => say::older_paste(),
        CodeError::Newer => say::newer_paste(),
    });
    html! {
        <form class="link-box" method="dialog" onsubmit={submit} novalidate=true>
            <label class="link-box__label" for="paste">{ say::another_persons() }</label>
            <div role="alert">
                if let Some(problem) = problem {
                    <p id="paste-problem" class="error">{ problem }</p>
                }
            </div>
            <input ref={field} id="paste" class="link-box__field" type="text" autocomplete="off" spellcheck="false"
                autocapitalize="off"
                aria-describedby={problem.map(|_| "paste-problem")} aria-invalid={problem.map(|_| "true")} />
            <button class="button button--quiet">{ say::compare() }</button>
        </form>
    }
}
