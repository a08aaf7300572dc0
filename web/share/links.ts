/** The texts that Share copies: a link, and the frame for somebody else's page. */

/** The address of this page with another hash and without the parameters of an embed. */
export function linkTo(href: string, hash: string): string {
  const url = new URL(href);
  url.search = '';
  url.hash = hash;
  return url.href;
}

/** The frame to paste into slides or a course page. */
export function embedCode(href: string, hash: string, showCode: boolean): string {
  const url = new URL(linkTo(href, hash));
  url.search = showCode ? '?embed&code=1' : '?embed';
  const address = url.href.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<iframe src="${address}" title="Taskyard" width="100%" height="420" style="border:0" loading="lazy" allow="cross-origin-isolated; clipboard-write"></iframe>`;
}
