import { useState } from 'react';
import { messageOf } from '@/client/apiProblem';
import { BilingualFields } from '@/blocks/form/BilingualFields';
import { pictureAddress } from '@/client/pictures';
import { choosePhoto, uploadPhoto } from '@/client/upload';
import { Button } from '@/design/components/Button';
import { Picture } from '@/design/components/Picture';
import { Progress } from '@/design/components/Progress';
import { Sheet } from '@/design/components/Sheet';
import { Notice } from '@/design/components/States';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { inLanguage } from '@/i18n/bilingual';
import { moved } from '@/blocks/form/moved';
import { type PictureDraft } from './productDraft';
import { productTexts } from './texts';
import './range.scss';

const most = 9;

type PicturesFieldProps = {
  pictures: readonly PictureDraft[];
  onChange: (pictures: readonly PictureDraft[]) => void;
};

/** The pictures of a product in their order: add, move, describe, remove. They count once the product is saved. */
export function PicturesField({ pictures, onChange }: PicturesFieldProps) {
  const t = useTexts(productTexts);
  const [describing, setDescribing] = useState<string>();
  const { sent, problem, upload } = useUpload((added) => {
    // The same picture again has the same id.
    if (!pictures.some(({ pictureId }) => pictureId === added.pictureId)) onChange([...pictures, added]);
  });
  const described = pictures.find(({ pictureId }) => pictureId === describing);
  return (
    <Box role="group" label={t('pictures')} className="lt-column">
      <Box>
        <Words as="h3" className="lt-label">
          {t('pictures')}
        </Words>
        <Words as="p" className="lt-small lt-soft">
          {t('picturesHint')}
        </Words>
      </Box>
      {pictures.length > 0 && (
        <Box as="ol" className="range-pictures">
          {pictures.map((picture, at) => (
            <PictureItem
              key={picture.pictureId}
              picture={picture}
              n={at + 1}
              last={at === pictures.length - 1}
              onMove={(by) => onChange(moved(pictures, at, at + by))}
              onDescribe={() => setDescribing(picture.pictureId)}
              onRemove={() => onChange(pictures.filter((one) => one !== picture))}
            />
          ))}
        </Box>
      )}
      {sent !== undefined && (
        <Box className="lt-column lt-column--tight" live="polite">
          <Words className="lt-small">{t('uploading', { n: Math.round(sent * 100) })}</Words>
          <Progress value={sent} max={1} label={t('addPicture')} />
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
        disabled={pictures.length >= most}
        busy={sent !== undefined}
        onTap={() => void upload()}
      >
        {t('addPicture')}
      </Button>
      {described && (
        <DescribeSheet
          picture={described}
          onClose={() => setDescribing(undefined)}
          onChange={(next) => onChange(pictures.map((one) => (one === described ? next : one)))}
        />
      )}
    </Box>
  );
}

/** Lets a picture be chosen and sends it; `sent` is the share that has gone while it goes. */
function useUpload(onAdded: (picture: PictureDraft) => void) {
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
      onAdded({ pictureId, src: urls.small, altZh: '', altEn: '' });
    } catch (refusal) {
      setError(refusal);
    }
    setSent(undefined);
  };
  return { sent, upload, problem: error === undefined ? undefined : messageOf(error, language) };
}

type PictureItemProps = {
  picture: PictureDraft;
  n: number;
  last: boolean;
  onMove: (by: -1 | 1) => void;
  onDescribe: () => void;
  onRemove: () => void;
};

function PictureItem({ picture, n, last, onMove, onDescribe, onRemove }: PictureItemProps) {
  const t = useTexts(productTexts);
  const language = useLanguage();
  const alt = inLanguage({ zh: picture.altZh, en: picture.altEn }, language);
  return (
    <Box as="li" className="range-picture">
      <Picture src={pictureAddress(picture.src)} alt={alt === '' ? t('pictureName', { n }) : alt} />
      <Box className="range-picture__ways">
        <Button
          kind="quiet"
          icon="back"
          label={t('earlier', { n })}
          disabled={n === 1}
          onTap={() => onMove(-1)}
        />
        <Button
          kind="quiet"
          icon="forward"
          label={t('later', { n })}
          disabled={last}
          onTap={() => onMove(1)}
        />
        <Button kind="quiet" icon="edit" label={t('describe', { n })} onTap={onDescribe} />
        <Button kind="quiet" icon="trash" label={t('removePicture', { n })} onTap={onRemove} />
      </Box>
    </Box>
  );
}

type DescribeSheetProps = {
  picture: PictureDraft;
  onChange: (picture: PictureDraft) => void;
  onClose: () => void;
};

function DescribeSheet({ picture, onChange, onClose }: DescribeSheetProps) {
  const t = useTexts(productTexts);
  const field = (name: 'altZh' | 'altEn') => ({
    id: `picture-${name}`,
    value: picture[name],
    error: undefined,
    onChange: (words: string) => onChange({ ...picture, [name]: words }),
  });
  return (
    <Sheet
      open
      title={t('alt')}
      onClose={onClose}
      footer={
        <Button block onTap={onClose}>
          {t('altDone')}
        </Button>
      }
    >
      <BilingualFields
        label={t('alt')}
        hint={t('altHint')}
        zh={field('altZh')}
        en={field('altEn')}
        maxLength={120}
      />
    </Sheet>
  );
}
