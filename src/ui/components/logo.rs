use yew::prelude::*;

/// A point with its range: what sets this quiz apart is that it shows its
/// doubt.
pub fn logo() -> Html {
    html! {
        <svg class="logo" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
            <rect class="logo__ground" width="32" height="32" rx="7" />
            <path class="logo__range" d="M5 16H27M5 11V21M27 11V21" />
            <circle class="logo__point" cx="18" cy="16" r="5" />
        </svg>
    }
}
