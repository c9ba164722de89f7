import { useState } from 'react';
import { type PictureId } from '#shared/contracts/ids';
import { messageOf } from '@/client/apiProblem';
import { choosePhoto, uploadPhoto } from '@/client/upload';
import { Button } from '@/design/components/Button';
import { Progress } from '@/design/components/Progress';
import { Notice } from '@/design/components/States';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { pictureTexts } from './texts';

export type UploadedPicture = { readonly pictureId: PictureId; readonly src: string };
type PictureUploadProps = {
  label: string;
  onAdded: (picture: UploadedPicture) => void;
  disabled?: boolean;
};

/** The button that lets a picture be chosen and sends it, telling how far it is and why it failed. */
export function PictureUpload({ label, onAdded, disabled = false }: PictureUploadProps) {
  const t = useTexts(pictureTexts);
  const { sent, problem, upload } = useUpload(onAdded);
  return (
    <>
      {sent !== undefined && (
        <Box className="lt-column lt-column--tight" live="polite">
          <Words className="lt-small">{t('uploading', { n: Math.round(sent * 100) })}</Words>
          <Progress value={sent} max={1} label={label} />
        </Box>
      )}
      {problem !== undefined && (
        <Box role="alert">
          <Notice tone="tomato">{problem}</Notice>
        </Box>
      )}
      <Button
        kind="secondary"
        icon="camera"
        disabled={disabled}
        busy={sent !== undefined}
        onTap={() => void upload()}
      >
        {label}
      </Button>
    </>
  );
}

/** Lets a picture be chosen and sends it; `sent` is the share that has gone while it goes. */
function useUpload(onAdded: (picture: UploadedPicture) => void) {
  const language = useLanguage();
  const [sent, setSent] = useState<number>();
  const [error, setError] = useState<unknown>();
  const upload = async () => {
    const path = await choosePhoto();
    if (path === undefined) return;
    setError(undefined);
    setSent(0);
    try {
      const { pictureId, urls } = await uploadPhoto('/pictures', path, setSent);
      onAdded({ pictureId, src: urls.small });
    } catch (refusal) {
      setError(refusal);
    }
    setSent(undefined);
  };
  return { sent, upload, problem: error === undefined ? undefined : messageOf(error, language) };
}
