import { target } from '@/platform/config';

type Data = string | ArrayBuffer;
type SocketTask = {
  onOpen: (listener: () => void) => void;
  onClose: (listener: (reason: unknown) => void) => void;
  onError: (listener: (reason: unknown) => void) => void;
  onMessage: (listener: (message: { data: Data | { data: Data } }) => void) => void;
  send: (message: { data: Data }) => void;
  close: (options: object) => void;
};
type Host = { connectSocket: (options: object) => SocketTask };

declare const wx: Host;
declare const my: Host;
declare const swan: Host;
declare const tt: Host;
declare const qq: Host;
declare const jd: Host;

/** The platform's own object: Taro's `connectSocket` gives a promise, the transport needs the task at once. */
const host = (): Host => {
  if (target === 'alipay') return my;
  if (target === 'swan') return swan;
  if (target === 'tt') return tt;
  if (target === 'qq') return qq;
  if (target === 'jd') return jd;
  return wx;
};

const unwrap = (data: Data | { data: Data }): Data =>
  typeof data === 'object' && 'data' in data ? data.data : data;

/** The platform's socket task, shaped as a browser's WebSocket as far as engine.io uses one. */
export class PlatformSocket {
  binaryType = 'arraybuffer';
  onopen?: () => void;
  onclose?: (reason: unknown) => void;
  onerror?: (reason: unknown) => void;
  onmessage?: (message: { data: Data }) => void;
  readonly #task: SocketTask;

  constructor(url: string) {
    const fail = (reason: unknown) => this.onerror?.(reason);
    // `multiple`: Alipay otherwise has one socket for the whole app. `success`: WeChat gives a promise without a callback.
    this.#task = host().connectSocket({ url, multiple: true, fail, success: () => undefined });
    this.#task.onOpen(() => this.onopen?.());
    this.#task.onClose((reason) => this.onclose?.(reason));
    this.#task.onError(fail);
    this.#task.onMessage(({ data }) => this.onmessage?.({ data: unwrap(data) }));
  }

  send(data: Data): void {
    this.#task.send({ data });
  }

  close(): void {
    this.#task.close({});
  }
}
