/** What a build reads from its surroundings; the only reader of `process.env` besides `platform/config.ts`. */
export const environment = {
  /** The platform: `weapp`, `alipay`, `swan`, `tt`, `qq`, `jd` or `h5`. */
  target: process.env.TARO_ENV,
  /** The gateway's address, e.g. `https://lintuan.example`. Empty: the page's own origin (H5 only). */
  publicUrl: (process.env.PUBLIC_URL ?? '').replace(/\/$/, ''),
  /** `MINIFY=0` leaves the names and spaces in: a third quicker, for those who only try whether it builds and starts. */
  minified: process.env.MINIFY !== '0',
};
