import { type PictureId } from '#shared/contracts/ids';
import { PictureUpload } from '@/blocks/picture/PictureUpload';
import { pictureAddress } from '@/client/pictures';
import { Button } from '@/design/components/Button';
import { Picture } from '@/design/components/Picture';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { categoryTexts } from './texts';
import './categories.scss';

/** A category's picture; only one that was just sent has an id. */
export type PictureDraft = { readonly src: string; readonly pictureId?: PictureId };
type CategoryPictureProps = {
  picture: PictureDraft | undefined;
  onChange: (picture: PictureDraft | undefined) => void;
};

/** The picture of a category: choose, change, take away. It counts once the category is saved. */
export function CategoryPicture({ picture, onChange }: CategoryPictureProps) {
  const t = useTexts(categoryTexts);
  return (
    <Box role="group" label={t('picture')} className="lt-column">
      <Words as="h3" className="lt-label">
        {t('picture')}
      </Words>
      {picture && (
        <Box className="lt-row">
          <Box className="category-picture">
            <Picture src={pictureAddress(picture.src)} alt={t('picture')} />
          </Box>
          <Button kind="quiet" icon="trash" onTap={() => onChange(undefined)}>
            {t('removePicture')}
          </Button>
        </Box>
      )}
      <PictureUpload label={t(picture ? 'changePicture' : 'addPicture')} onAdded={onChange} />
    </Box>
  );
}
