import { type PhotoId } from '#shared/contracts/ids';
import { useOwnPhoto } from '@/client/ownPhoto';
import { QueryState } from '@/client/QueryState';
import { Picture } from '@/design/components/Picture';
import { Skeleton } from '@/design/components/Skeleton';
import { Box } from '@/design/primitives/Box';
import { useTexts } from '@/i18n/texts';
import { routeBoardTexts } from './texts';

/** What the courier found at the door. */
export function FailurePhoto({ photoId }: { photoId: PhotoId }) {
  const t = useTexts(routeBoardTexts);
  return (
    <Box className="route-board__photo">
      <QueryState query={useOwnPhoto(`/delivery-photos/${photoId}`)} skeleton={<Skeleton height="180px" />}>
        {(address) => <Picture src={address} alt={t('failurePhoto')} ratio={0.75} eager />}
      </QueryState>
    </Box>
  );
}
