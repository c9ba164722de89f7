import { useState } from 'react';
import { choosePhoto } from '@/client/upload';
import { Button } from '@/design/components/Button';
import { Picture } from '@/design/components/Picture';
import { showToast } from '@/design/components/Toast';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { keepPhoto } from '@/platform/photoFile';
import { type Photo } from './claimDraft';
import { claimTexts } from './texts';

type PhotoOfClaimProps = { photo: Photo | undefined; onPhoto: (photo: Photo) => void };

/** The photo: from the camera, or – said to be slower – a picture that is there. */
export function PhotoOfClaim({ photo, onPhoto }: PhotoOfClaimProps) {
  const t = useTexts(claimTexts);
  const [busy, setBusy] = useState(false);
  const take = async (source: Photo['source']) => {
    const path = await choosePhoto(source);
    if (path === undefined) return;
    setBusy(true);
    await keepPhoto(path)
      .then((kept) => onPhoto({ path: kept, source }))
      .catch(() => showToast(t('unreadable'), 'problem'));
    setBusy(false);
  };
  return (
    <Box className="lt-column">
      <Words as="h2" className="lt-head">
        {t('photo')}
      </Words>
      <Words className="lt-small lt-soft">{t('photoHint')}</Words>
      {photo && <Picture src={photo.path} alt={t('photoAlt')} ratio={0.6} eager />}
      <Button block kind="secondary" icon="camera" busy={busy} onTap={() => void take('camera')}>
        {t(photo ? 'again' : 'take')}
      </Button>
      <Button block kind="quiet" onTap={() => void take('file')}>
        {t('fromFile')}
      </Button>
    </Box>
  );
}
