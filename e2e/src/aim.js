// Aims at an element: returns the point in its middle once it is at rest and nothing covers
// it, or says why not. From then until `window.aim.verdict()` is asked, a press that
// reaches something else is kept from the page, so that it can be made again: a list above
// may have grown in between, and a person would have seen it.
async (find) => {
    const AT_REST_MS = 100;
    window.aim?.drop();
    const element = find();
    if (!element) return 'there is no such element';
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const place = () => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
    };
    const before = place();
    // A page that is not drawn, since another one is in front, has no frames.
    await Promise.race([
        new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
        new Promise((late) => setTimeout(late, AT_REST_MS)),
    ]);
    if (find() !== element) return 'it was drawn anew';
    const { x, y } = place();
    if (x !== before.x || y !== before.y) return 'it moves';
    const top = document.elementFromPoint(x, y);
    if (!element.contains(top)) {
        return 'it is covered by ' + (top ? top.outerHTML.slice(0, 200) : 'nothing');
    }
    const kinds = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];
    let reached;
    const watch = (event) => {
        if (event.type === 'pointerdown' || (event.type === 'click' && reached === 'it')) {
            const is_it = event.composedPath().includes(element);
            reached = is_it ? 'it' : 'it moved from under the pointer to ' + event.target.outerHTML?.slice(0, 200);
        }
        if (reached !== undefined && reached !== 'it') {
            event.stopImmediatePropagation();
            event.preventDefault();
        }
    };
    kinds.forEach((kind) => window.addEventListener(kind, watch, true));
    const drop = () => {
        kinds.forEach((kind) => window.removeEventListener(kind, watch, true));
        delete window.aim;
    };
    window.aim = {
        drop,
        verdict: () => {
            drop();
            return reached ?? 'it';
        },
    };
    return { x, y };
}
