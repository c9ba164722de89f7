/** What WeChat says of who uses its browser, to be handed on: both work once. */
export type WechatAnswer = { readonly code: string; readonly state: string };

/** Only browsers go there. */
export const visitWechat = (_url: string): void => undefined;

/** Nobody leads back into a mini program. */
export const takeWechatAnswer = (): WechatAnswer | undefined => undefined;
