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
        CodeError::NotOurs => {
            "This is not a link to one result. Copy the whole link and paste it here."
        }
        CodeError::Damaged => "This link is damaged. Ask for it again.",
        CodeError::CutOff => "The end of this link is missing. Copy the whole link.",
        CodeError::Older => {
            "This link was made before the questions changed, so it cannot be compared any more."
        }
        CodeError::Newer => {
            "This link comes from a newer version. Reload the page while you are online."
        }
    });
    html! {
        <form class="link-box" method="dialog" onsubmit={submit} novalidate=true>
            <label class="link-box__label" for="paste">{ "Another person's link" }</label>
            <div role="alert">
                if let Some(problem) = problem {
                    <p id="paste-problem" class="error">{ problem }</p>
                }
            </div>
            <input ref={field} id="paste" class="link-box__field" type="text" autocomplete="off" spellcheck="false"
                autocapitalize="off"
                aria-describedby={problem.map(|_| "paste-problem")} aria-invalid={problem.map(|_| "true")} />
            <button class="button button--quiet">{ "Compare" }</button>
        </form>
    }
}
