import { type PhotoId } from '#shared/contracts/ids';
import { useOwnPhoto } from '@/client/ownPhoto';
import { Picture } from '@/design/components/Picture';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { claimWords } from './texts';

/** A photo of a claim. */
export function ClaimPhoto({ photoId }: { photoId: PhotoId }) {
  const t = useTexts(claimWords);
  const { data, isError } = useOwnPhoto(`/claim-photos/${photoId}`);
  if (isError) return <Words className="lt-small lt-soft">{t('photoAway')}</Words>;
  return <Picture src={data} alt={t('photo')} ratio={1} eager whole />;
}
