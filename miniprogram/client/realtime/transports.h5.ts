/** Browsers bring their own WebSocket. */
export const transports = ['websocket'];
