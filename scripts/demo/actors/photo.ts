import sharp from 'sharp';
import { type PhotoId } from '../../../shared/contracts/ids';
import { type Person } from './person';

/** Takes a photo (a grey picture) and uploads it. */
export async function takePhoto(person: Person): Promise<PhotoId> {
  const picture = await sharp({ create: { width: 320, height: 240, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer();
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), 'photo.jpg');
  const reply = await fetch(`${person.connection.url}/api/delivery-photos`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${(await person.token()) ?? ''}` },
    body: form,
  });
  const body = (await reply.json()) as { photoId?: PhotoId; code?: string };
  if (body.photoId === undefined) throw new Error(`the photo was not taken: ${body.code ?? reply.status}`);
  return body.photoId;
}
