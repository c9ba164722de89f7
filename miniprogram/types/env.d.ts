declare namespace NodeJS {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- only an interface can be added to
  interface ProcessEnv {
    /** The platform that is built for. */
    TARO_ENV: 'weapp' | 'alipay' | 'swan' | 'tt' | 'qq' | 'jd' | 'h5';
    /** The gateway's address at build time; empty: the page's own origin. */
    PUBLIC_URL?: string;
    /** `0` at build time: names and spaces stay in. */
    MINIFY?: string;
  }
}

/** By service and name: `post! /me/addresses`; see scripts/operations.ts. */
declare const OPERATIONS: Readonly<Record<string, Readonly<Record<string, string>>>>;
