import { useQuery } from '@tanstack/react-query';
import { type PhotoId } from '#shared/contracts/ids';
import { fetchOwnPhoto } from '@/client/ownPhoto';
import { Picture } from '@/design/components/Picture';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { claimWords } from './texts';

/** A photo of a claim. It never changes: it is fetched once. */
export function ClaimPhoto({ photoId }: { photoId: PhotoId }) {
  const t = useTexts(claimWords);
  const { data, isError } = useQuery({
    queryKey: ['claim-photo', photoId],
    queryFn: () => fetchOwnPhoto(`/claim-photos/${photoId}`),
    staleTime: Infinity,
  });
  if (isError) return <Words className="lt-small lt-soft">{t('photoAway')}</Words>;
  return <Picture src={data} alt={t('photo')} ratio={1} eager whole />;
}
