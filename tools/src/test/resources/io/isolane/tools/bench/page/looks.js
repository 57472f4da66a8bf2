// Looks at the rendered elements of the page, or of a picture alone, and returns what is wrong with them as sentences.
const problems = [];
const say = (where, what) => problems.push(where + ': ' + what);
const isShown = element => element.getClientRects().length > 0 && element.getBoundingClientRect().width > 0;
const quote = element => '"' + element.textContent.trim().slice(0, 60) + '"';

const rgb = colour => (colour.match(/[\d.]+/g) || []).map(Number);
const luminance = colour => {
    const [r, g, b] = rgb(colour).map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
};
const isOpaque = colour => rgb(colour).length === 3 || rgb(colour)[3] === 1;
const behind = element => {
    for (let e = element; e; e = e.parentElement) {
        const colour = getComputedStyle(e).backgroundColor;
        if (isOpaque(colour)) {
            return colour;
        }
    }
    return 'rgb(255, 255, 255)';
};
const lineOf = element => {
    const mark = element.querySelector('*:not(title)') || element;
    return getComputedStyle(mark).stroke;
};

const overlaps = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;

const lookAtChart = svg => {
    const title = svg.querySelector('title').textContent;
    const box = svg.getBoundingClientRect();
    const paper = getComputedStyle(svg.querySelector('.paper')).fill;
    const texts = [...svg.querySelectorAll('text')].map(e => ({element: e, box: e.getBoundingClientRect()}));
    const all = texts.map(t => t.element.textContent).join(' ');
    if (box.width < 300 || box.height < 180) {
        say(title, 'is only ' + box.width + ' by ' + box.height);
    }
    if (!all.includes('Source: ') || !all.includes('Machine: ')) {
        say(title, 'does not say where it came from');
    }
    if (svg.getAttribute('role') !== 'img' || !svg.querySelector('desc').textContent) {
        say(title, 'says nothing to those who do not see it');
    }
    const scale = box.width / svg.viewBox.baseVal.width;
    texts.forEach(({element, box: own}, i) => {
        if (own.left < box.left - 0.5 || own.right > box.right + 0.5 || own.top < box.top - 0.5 || own.bottom > box.bottom + 0.5) {
            say(title, quote(element) + ' leaves the picture');
        }
        texts.slice(i + 1).filter(other => overlaps(own, other.box))
            .forEach(other => say(title, quote(element) + ' overlaps ' + quote(other.element)));
        const style = getComputedStyle(element);
        if (contrast(style.fill, paper) < 4.5) {
            say(title, quote(element) + ' has a contrast of ' + contrast(style.fill, paper));
        }
        if (parseFloat(style.fontSize) * scale < 10) {
            say(title, quote(element) + ' is ' + parseFloat(style.fontSize) * scale + ' pixels high');
        }
    });
    const marks = [...svg.querySelectorAll('.line, .mark, .open')];
    if (marks.length === 0) {
        say(title, 'shows nothing');
    }
    marks.filter(mark => contrast(lineOf(mark), paper) < 3)
        .forEach(mark => say(title, 'a line has a contrast of ' + contrast(lineOf(mark), paper)));
    marks.map(mark => mark.getBoundingClientRect())
        .filter(own => own.left < box.left || own.right > box.right || own.top < box.top || own.bottom > box.bottom)
        .forEach(() => say(title, 'a mark leaves the picture'));
};

const lookAtPage = () => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > room) {
        say('page', 'scrolls sideways: ' + document.documentElement.scrollWidth + ' in ' + room);
    }
    for (const element of document.body.querySelectorAll('*:not(svg):not(svg *)')) {
        const hasText = [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
        if (!hasText || !isShown(element)) {
            continue;
        }
        const ratio = contrast(getComputedStyle(element).color, behind(element));
        if (ratio < 4.5) {
            say('page', quote(element) + ' has a contrast of ' + ratio);
        }
        const box = element.getBoundingClientRect();
        if (!element.closest('.scroll') && (box.left < 0 || box.right > room)) {
            say('page', quote(element) + ' leaves the page');
        }
    }
    for (const region of document.querySelectorAll('.scroll')) {
        if (isShown(region) && region.scrollWidth > region.clientWidth && getComputedStyle(region).overflowX !== 'auto') {
            say('page', 'a table is cut off: ' + region.getAttribute('aria-label'));
        }
    }
};

document.querySelectorAll('details').forEach(details => details.open = true);
const shown = [...document.querySelectorAll('svg.chart')].filter(isShown);
shown.forEach(lookAtChart);
if (document.body) {
    lookAtPage();
}
const paper = shown.length ? getComputedStyle(shown[0].querySelector('.paper')).fill : '';
return {charts: shown.length, isDark: paper !== '' && luminance(paper) < 0.2, problems};
