import { useState } from 'react';
import { BilingualFields } from '@/blocks/form/BilingualFields';
import { PictureUpload, type UploadedPicture } from '@/blocks/picture/PictureUpload';
import { pictureAddress } from '@/client/pictures';
import { Button } from '@/design/components/Button';
import { Picture } from '@/design/components/Picture';
import { Sheet } from '@/design/components/Sheet';
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
  const add = (added: UploadedPicture) => {
    // The same picture again has the same id.
    if (!pictures.some(({ pictureId }) => pictureId === added.pictureId))
      onChange([...pictures, { ...added, altZh: '', altEn: '' }]);
  };
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
      <PictureUpload label={t('addPicture')} disabled={pictures.length >= most} onAdded={add} />
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
