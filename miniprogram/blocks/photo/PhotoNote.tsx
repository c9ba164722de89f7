import { useState } from 'react';
import { ApiProblem, messageOf } from '@/client/apiProblem';
import { choosePhoto } from '@/client/upload';
import { Button } from '@/design/components/Button';
import { Picture } from '@/design/components/Picture';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { photoTexts } from './texts';

type PhotoNoteProps = {
  /** Of the note. */
  id: string;
  /** What was taken, to be shown. */
  photo: string | undefined;
  /** Keeps or sends the photo that was taken. */
  onPhoto: (path: string) => Promise<void>;
  /** Whether it cannot do without one. */
  needed: boolean;
  note: string;
  onNote: (note: string) => void;
};

/** What went wrong, as a photo and in words that may stay empty. */
export function PhotoNote({ id, photo, onPhoto, needed, note, onNote }: PhotoNoteProps) {
  const t = useTexts(photoTexts);
  const [busy, setBusy] = useState(false);
  const take = async () => {
    const path = await choosePhoto();
    if (path === undefined) return;
    setBusy(true);
    await onPhoto(path).catch((error: unknown) =>
      showToast(error instanceof ApiProblem ? messageOf(error) : t('unreadable'), 'problem'),
    );
    setBusy(false);
  };
  return (
    <>
      {photo !== undefined && <Picture src={photo} alt={t('alt')} ratio={0.6} eager />}
      <Button block kind="secondary" icon="camera" busy={busy} onTap={() => void take()}>
        {t(photo === undefined ? 'take' : 'again')}
      </Button>
      {needed && photo === undefined && <Words className="lt-small lt-soft">{t('needed')}</Words>}
      <TextField
        id={id}
        optional
        multiline
        label={t('note')}
        value={note}
        onChange={onNote}
        maxLength={300}
      />
    </>
  );
}
