import { useState } from 'react';
import { type PhotoId } from '#shared/contracts/ids';
import { PhotoNote } from '@/blocks/photo/PhotoNote';
import { uploadPhoto } from '@/client/upload';
import { Button } from '@/design/components/Button';
import { Sheet } from '@/design/components/Sheet';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { roundTexts } from './texts';

type ObjectionSheetProps = {
  busy: boolean;
  onObject: (said: { note?: string; photoId?: PhotoId }) => void;
  onClose: () => void;
};

/** Why the courier objects to what the leader counted: in words and with a photo, which both may stay away. */
export function ObjectionSheet({ busy, onObject, onClose }: ObjectionSheetProps) {
  const t = useTexts(roundTexts);
  const [note, setNote] = useState('');
  const [photo, setPhoto] = useState<{ path: string; photoId: PhotoId } | undefined>();
  const words = note.trim();
  const object = () =>
    onObject({ ...(words === '' ? {} : { note: words }), ...(photo ? { photoId: photo.photoId } : {}) });
  return (
    <Sheet
      open
      title={t('disagree')}
      onClose={onClose}
      footer={
        <Button block size="big" busy={busy} onTap={object}>
          {t('objectConfirm')}
        </Button>
      }
    >
      <Box className="lt-column">
        <Words className="lt-soft">{t('objectHint')}</Words>
        <PhotoNote
          id="objection-note"
          photo={photo?.path}
          onPhoto={async (path) => setPhoto({ path, ...(await uploadPhoto('/delivery-photos', path)) })}
          needed={false}
          note={note}
          onNote={setNote}
        />
      </Box>
    </Sheet>
  );
}
