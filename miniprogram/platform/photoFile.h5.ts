type FileReply = { readonly statusCode: number; readonly data: string };
type FileRequest = {
  readonly url: string;
  readonly path: string;
  readonly header: Readonly<Record<string, string>>;
  /** Is told how much has gone, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
};

/** Longest side in px, and the quality: enough to see what is wrong with a crate, little enough to keep and to send. */
const longest = 1600;
const quality = 0.82;

const draw = (path: string): Promise<HTMLCanvasElement> =>
  new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => {
      const scale = Math.min(1, longest / Math.max(image.naturalWidth, image.naturalHeight));
      const canvas = document.createElement('canvas');
      canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
      canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
      const pen = canvas.getContext('2d');
      if (!pen) {
        reject(new Error('This browser draws no pictures'));
        return;
      }
      pen.fillStyle = '#fff';
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.drawImage(image, 0, 0, canvas.width, canvas.height);
      resolve(canvas);
    };
    image.onerror = () => reject(new Error('This is no picture'));
    image.src = path;
  });

/** The bytes behind a `data:` address, without asking the network: the page's own policy allows no such request. */
const blobOf = (dataUrl: string): Blob => {
  const [head = '', body = ''] = dataUrl.split(',');
  const bytes = Uint8Array.from(window.atob(body), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type: /^data:([^;]+)/.exec(head)?.[1] ?? 'image/jpeg' });
};

/** A smaller copy that survives restarts, as an address to keep. Throws when it is no picture. */
export const keepPhoto = async (path: string): Promise<string> =>
  path.startsWith('data:') ? path : (await draw(path)).toDataURL('image/jpeg', quality);

/** Posts the photo as the form field `file`. Throws when there is no connection. */
export const sendPhoto = async ({ url, path, header, onProgress }: FileRequest): Promise<FileReply> => {
  const form = new FormData();
  form.append('file', blobOf(await keepPhoto(path)), 'photo.jpg');
  // Not fetch: it does not tell how much of a body has gone.
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    for (const [name, value] of Object.entries(header)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total === 0 ? 0 : loaded / total);
    request.onload = () => resolve({ statusCode: request.status, data: request.responseText });
    request.onerror = () => reject(new Error('There is no connection'));
    request.send(form);
  });
};
