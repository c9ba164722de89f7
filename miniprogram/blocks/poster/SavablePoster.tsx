import { type ReactNode, useState } from 'react';
import { Button } from '@/design/components/Button';
import { Picture } from '@/design/components/Picture';
import { ConfirmSheet } from '@/design/components/Sheet';
import { Box } from '@/design/primitives/Box';
import { DrawingBoard } from '@/design/primitives/DrawingBoard';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { type PictureFile, type Saving } from '@/platform/canvasTypes';
import { isH5 } from '@/platform/config';
import { canSendPictures, openSettings, savePicture, sendPicture } from '@/platform/pictureFile';
import { boardId } from './drawPoster';
import { posterTexts } from './posterTexts';
import { type PosterContent } from './types';
import { usePoster } from './usePoster';
import './poster.scss';

type SavablePosterProps = {
  content: PosterContent;
  /** The poster on the screen, until the picture itself is there to be pressed and held. */
  children: ReactNode;
};

/** A poster with the ways to take it along as a picture. */
export function SavablePoster({ content, children }: SavablePosterProps) {
  const t = useTexts(posterTexts);
  const { drawn, draw } = usePoster(content);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Saving>();
  const take = (then: (file: PictureFile) => Promise<void>) => {
    setBusy(true);
    setOutcome(undefined);
    draw()
      .then(({ file }) => then(file))
      .catch(() => setOutcome('failed'))
      .finally(() => setBusy(false));
  };
  const save = () => take(async (file) => setOutcome(await savePicture(file, t('fileName'))));
  const send = () => take((file) => sendPicture(file, t('fileName')));
  return (
    <Box className="lt-column">
      <DrawingBoard id={boardId} />
      {drawn ? (
        <Box className="poster-picture">
          <Picture
            src={drawn.file.path}
            alt={t('pictureOf', { heading: content.heading })}
            ratio={drawn.ratio}
            eager
          />
        </Box>
      ) : (
        children
      )}
      <Box className="lt-row">
        <Box className="lt-grow">
          <Button
            block
            kind="secondary"
            icon="download"
            busy={busy}
            disabled={content.offers.length === 0}
            onTap={save}
          >
            {t('save')}
          </Button>
        </Box>
        {canSendPictures() && (
          <Box className="lt-grow">
            <Button
              block
              kind="secondary"
              icon="share"
              disabled={busy || content.offers.length === 0}
              onTap={send}
            >
              {t('send')}
            </Button>
          </Box>
        )}
      </Box>
      <Box role="status" live="polite" className="lt-small lt-soft">
        {outcome === 'saved' && <Words as="p">{t(isH5 ? 'savedHere' : 'savedToAlbum')}</Words>}
        {outcome === 'failed' && <Words as="p">{t('notSaved')}</Words>}
        <Words as="p">{t(drawn && isH5 ? 'holdHint' : 'hint')}</Words>
      </Box>
      <ConfirmSheet
        open={outcome === 'refused'}
        title={t('refusedTitle')}
        body={t('refusedBody')}
        confirm={t('openSettings')}
        onConfirm={() => {
          setOutcome(undefined);
          void openSettings();
        }}
        onClose={() => setOutcome(undefined)}
      />
    </Box>
  );
}
