const publicUrl = process.env.PUBLIC_URL ?? '';

/** What the build put in: constants, so that code of other platforms is dropped. */
export const target = process.env.TARO_ENV;
export const isH5 = process.env.TARO_ENV === 'h5';

/** The gateway's address without a trailing slash; the page's own origin when the H5 build names none. */
export const gatewayUrl = (): string => (publicUrl === '' && isH5 ? window.location.origin : publicUrl);
