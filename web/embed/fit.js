// For the page around an iframe: makes each iframe of ours as high as what it shows. A plain script, so that it may come from
// another origin, or be copied beside the page.
//   <iframe src="…/embed/embed.html#metrics=logo-churn" title="Churn calculator"></iframe>
//   <script defer src="…/embed/fit.js"></script>
(() => {
  const TALLEST = 20_000;
  const ours = () => [...document.querySelectorAll('iframe')].filter(({ src }) => /\/embed\.html($|[?#])/.test(src));
  const originOf = ({ src }) => new URL(src, document.baseURI).origin;

  addEventListener('message', ({ source, origin, data }) => {
    if (data?.plimsoll !== 1 || data.type !== 'height') return;
    const height = Math.round(data.height);
    const frame = ours().find((each) => each.contentWindow === source && originOf(each) === origin);
    if (frame && height > 0 && height <= TALLEST) frame.style.height = `${height}px`;
  });

  // One that was there first has told its height already: it is asked to tell it again.
  for (const frame of ours()) frame.contentWindow?.postMessage({ plimsoll: 1, type: 'hello' }, originOf(frame));
})();
