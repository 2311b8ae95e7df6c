//! For whoever advises or teaches: what the quiz is good for, and what can be done with it.

use yew::prelude::*;

use super::StaticPage;
use crate::builtin::quiz;
use crate::content::Stage;

pub fn advisers(root: &str) -> Html {
    let sections = [
        ("what", "What it is"),
        ("one", "With one person"),
        ("group", "With a group"),
        ("hand-out", "What to hand out"),
        ("lesson", "A lesson"),
        ("privacy", "What stays private"),
        ("embed", "On your own site"),
        ("researchers", "For researchers"),
    ];
    html! {
        <article>
            <h1 id="title">{ "For advisers and teachers" }</h1>
            <p class="lead">
                { "You help people find out what they might do for a living. Here is what this site can do \
                   for you, what it cannot do, and what you can print and hand out." }
            </p>
            <nav class="guide__jump" aria-label="On this page">
                <ul class="guide__ways guide__ways--row">
                    for (id, heading) in sections {
                        <li class="guide__ways-item"><a class="guide__way" href={["#", id].concat()}>{ heading }</a></li>
                    }
                </ul>
            </nav>
            { what(root) }
            { one(root) }
            { group(root) }
            { hand_out(root) }
            { lesson(root) }
            { privacy() }
            { embed(root) }
            { researchers(root) }
        </article>
    }
}

fn what(root: &str) -> Html {
    html! {
        <section class="guide__section" id="what">
            <h2>{ "What it is, and what it is not" }</h2>
            <p>
                { "Coder Fit is about one job: the inpatient coder, who reads the record of a hospital stay and \
                   turns it into codes. The quiz compares what people say about themselves with what that work \
                   asks for. It shows how far the two overlap, and how sure it is of that." }
            </p>
            <p>
                { "Use it to start a talk. It gives you seven traits to talk about, the parts of the work that \
                   somebody could not accept, and first steps for where they are now." }
            </p>
            <p>
                <strong>{ "Please do not use it to choose people." }</strong>
                { " It has no norms, so a score says nothing about how somebody compares with others. Nobody has \
                   studied the later careers of people who took it. It does not test coding skill, and it does \
                   not know who would be hired or do well. A low score is no reason to talk anybody out of it, \
                   and a high one is no promise." }
            </p>
            <p>
                { "Every question, weight and formula is on the page about " }
                <a href={root.to_owned() + "scoring/"}>{ "how it is scored" }</a>
                { ". What we say about pay, schools and exams has its source beside it in the " }
                <a href={root.to_owned() + "guide/"}>{ "guide to the work" }</a>{ "." }
            </p>
        </section>
    }
}

fn one(root: &str) -> Html {
    let quick = quiz().stage_ids(Stage::Quick).count();
    html! {
        <section class="guide__section" id="one">
            <h2>{ "With one person, in ten minutes" }</h2>
            <ol class="steps">
                <li class="step">
                    <h3 class="step__title">{ "Let them take the quiz by themselves" }</h3>
                    <p>
                        { "It takes about five minutes, on their own phone or on yours. There are " }
                        <span class="lesson__minutes">{ quick }</span>
                        { " quick questions, and then some about the work and about them. People answer more \
                           freely when nobody looks on. \"Not sure\" is a good answer too." }
                    </p>
                </li>
                <li class="step">
                    <h3 class="step__title">{ "Start with what they said no to" }</h3>
                    <p>
                        { "Some parts of the work cannot be changed, such as a day at a screen. If somebody said \
                           no to one of them, that matters more than any number. Ask what it was about." }
                    </p>
                </li>
                <li class="step">
                    <h3 class="step__title">{ "Read the range and not the number" }</h3>
                    <p>
                        { "Each result has a range in which it likely lies. If the range crosses a line, the \
                           page says both sides. Leave it open as well." }
                    </p>
                </li>
                <li class="step">
                    <h3 class="step__title">{ "Talk about the highest and the lowest trait" }</h3>
                    <p>{ "Ask for a time when that showed, at school, at work or at home. Their story tells you more than the score." }</p>
                </li>
                <li class="step">
                    <h3 class="step__title">{ "End with one small step" }</h3>
                    <p>
                        { "The plan on their page fits the school, the time and the money that they have. If they \
                           are curious, let them " }
                        <a href={root.to_owned() + "try/"}>{ "code a chart" }</a>
                        { ". Nothing shows the work better than doing a little of it." }
                    </p>
                </li>
            </ol>
        </section>
    }
}

fn group(root: &str) -> Html {
    html! {
        <section class="guide__section" id="group">
            <h2>{ "With a group" }</h2>
            <p>
                { "Everybody takes the quiz on their own device. Those who want to can send you the link to \
                   their result. On the " }
                <a href={root.to_owned() + "group/"}>{ "page for a group" }</a>
                { " you paste the links and see what the group has in common. The page does that on your own \
                   device, so nobody else gets to see the links." }
            </p>
            <ul class="ticks">
                <li class="ticks__line">{ "Say beforehand what you will do with the links, and for how long you keep them." }</li>
                <li class="ticks__line">{ "Nobody should have to hand one in, and nobody needs to say why not." }</li>
                <li class="ticks__line">{ "Do not rank people, and do not read results out loud. The ranges are too wide for that." }</li>
                <li class="ticks__line">{ "A link can hold the verdict alone, the seven scores, or every answer. Ask for no more than you need." }</li>
            </ul>
        </section>
    }
}

fn hand_out(root: &str) -> Html {
    html! {
        <section class="guide__section" id="hand-out">
            <h2>{ "What to hand out" }</h2>
            <p>
                { "You can print a poster for the wall, or a handout for people to take home. Both have a code \
                   for a phone's camera that opens the quiz, or the charts. You can add a line of your own, such \
                   as your room and your hours." }
            </p>
            <p class="buttons">
                <a class="button" href={root.to_owned() + "handouts/"}>{ "Make a poster or a handout" }</a>
            </p>
        </section>
    }
}

fn lesson(root: &str) -> Html {
    html! {
        <section class="guide__section" id="lesson">
            <h2>{ "A lesson for one class period" }</h2>
            <p>
                { "The class reads two invented hospital stays, codes them, and talks about what it was like. \
                   You need no knowledge of medicine or of coding: the timetable says what to do, and the \
                   answers are there for you." }
            </p>
            <p class="buttons">
                <a class="button" href={root.to_owned() + &StaticPage::Lesson.path()}>{ "See the lesson" }</a>
            </p>
        </section>
    }
}

fn privacy() -> Html {
    html! {
        <section class="guide__section" id="privacy">
            <h2>{ "What stays private" }</h2>
            <ul class="ticks">
                <li class="ticks__line">{ "There is no account, and nobody is asked for a name or an email address." }</li>
                <li class="ticks__line">{ "Answers stay on the device. They are not sent to us or to you." }</li>
                <li class="ticks__line">
                    { "A result leaves the device only in a link that its owner makes. They choose how much it \
                       holds. Anyone who has the link can read that much, and nobody can take a link back." }
                </li>
                <li class="ticks__line">
                    { "On a shared computer the answers stay in the browser. At the end, choose \"Start again\", \
                       or use a private window from the start." }
                </li>
                <li class="ticks__line">{ "After the first visit the site works without a network." }</li>
            </ul>
        </section>
    }
}

/// For whoever has a site of their own.
fn embed(root: &str) -> Html {
    html! {
        <section class="guide__section" id="embed">
            <h2>{ "On your own site" }</h2>
            <p>
                { "You may link to every page here, and you need not ask. For the quiz, link to its " }
                <a href={root.to_owned()}>{ "first page" }</a>
                { ", which says what it is before it asks anything." }
            </p>
        </section>
    }
}

fn researchers(root: &str) -> Html {
    html! {
        <section class="guide__section" id="researchers">
            <h2>{ "For researchers" }</h2>
            <p>
                { "The whole scoring is open. The " }
                <a href={root.to_owned() + "scoring/"}>{ "scoring page" }</a>
                { " has every item, weight and formula. The source code has the same scoring as a program for \
                   files of answers, with a page on what every column means and a schema to check files against." }
            </p>
            <p>{ "Here is what it does not have yet:" }</p>
            <ul class="ticks">
                <li class="ticks__line ticks__line--hard">{ "There are no norms. We have never given it to a sample of people." }</li>
                <li class="ticks__line ticks__line--hard">{ "The items are our own. How precise the scores are, we infer from published work on items like them." }</li>
                <li class="ticks__line ticks__line--hard">{ "Nobody has compared the results with people who do the job, or with how well they do it." }</li>
                <li class="ticks__line ticks__line--hard">{ "The weights and the lines between the bands are our judgement." }</li>
            </ul>
            <p>{ "If you can help with any of that, the files are made for it." }</p>
        </section>
    }
}
