/** What WeChat says of who uses its browser, to be handed on: both work once. */
export type WechatAnswer = { readonly code: string; readonly state: string };

/** Goes to WeChat, which leads back here at once; this page is not come to again by going backwards. */
export const visitWechat = (url: string): void => window.location.replace(url);

/** WeChat's answer, if it has just led back here; it is taken out of the address. */
export const takeWechatAnswer = (): WechatAnswer | undefined => {
  const { history, location } = window;
  const said = new URLSearchParams(location.search);
  const [code, state] = [said.get('code'), said.get('state')];
  if (code === null || state === null) return undefined;
  history.replaceState(history.state, '', `${location.pathname}${location.hash}`);
  return { code, state };
};
