type Hours = { readonly from: string; readonly to: string };

/** `08:00–22:00`, kept together: a line ends before it or after it. */
export const formatHours = ({ from, to }: Hours): string => `${from}\u2060–\u2060${to}`;
