import { Skeleton } from '@/design/components/Skeleton';
import { Box } from '@/design/primitives/Box';

/** The shape of the grid that is coming. */
export function OfferGridSkeleton() {
  return (
    <Box className="offer-grid">
      {Array.from({ length: 6 }, (_, at) => (
        <Skeleton key={at} height="300px" />
      ))}
    </Box>
  );
}
