use yew::prelude::*;

/// A radio button whose whole line can be pressed.
pub struct Radio {
    /// One radio button of a name is chosen at a time.
    pub name: &'static str,
    /// Its id.
    pub id: String,
    /// Its position among those of its name, from 0.
    pub position: usize,
    /// What it stands for.
    pub label: Html,
    /// Whether it is chosen.
    pub is_chosen: bool,
    /// Is told when it is chosen.
    pub onchange: Callback<yew::Event>,
    /// Is told of each press, also where it is chosen already.
    pub onclick: Option<Callback<MouseEvent>>,
}

/// Draws a radio button as a line of `.options`.
pub fn radio(radio: Radio) -> Html {
    html! {
        <label class="option" for={radio.id.clone()} onclick={radio.onclick}>
            <input id={radio.id} class="option__radio" type="radio" name={radio.name}
                value={radio.position.to_string()} checked={radio.is_chosen}
                onchange={radio.onchange} />
            <span>{ radio.label }</span>
        </label>
    }
}

/// The id of a question's radio button at a position, from 0.
pub fn radio_id(option: usize) -> String {
    format!("option-{}", option + 1)
}
