use yew::prelude::*;

/// A table that scrolls by itself where it is wider than the page.
pub fn table(label: &str, headings: &[&'static str], rows: Html) -> Html {
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label={label.to_owned()}>
            <table>
                <thead>
                    <tr>
                        for heading in headings.iter() {
                            <th scope="col">{ *heading }</th>
                        }
                    </tr>
                </thead>
                <tbody>{ rows }</tbody>
            </table>
        </div>
    }
}
