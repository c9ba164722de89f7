import { type ReactNode } from 'react';
import { type ManagedPickupPoint } from '#shared/contracts/delivery/pickupPoints';
import { useCity, useVisitedCity } from '@/client/city';
import { chooseLedPoint, useLedPoint } from '@/client/ledPoint';
import { QueryState } from '@/client/QueryState';
import { SignInGate } from '@/client/SignInGate';
import { Chip } from '@/design/components/Chip';
import { EmptyState } from '@/design/components/States';
import { Page } from '@/design/page/Page';
import { Box } from '@/design/primitives/Box';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { leaderTexts } from './leaderTexts';

type LeaderPageProps = {
  title: string;
  /** Shown once it is known which pickup point is looked after. */
  children: (point: ManagedPickupPoint) => ReactNode;
  footer?: ReactNode;
  wide?: boolean;
  /** Lets a leader of several pickup points change between them. */
  choosing?: boolean;
};

function PointChoice() {
  const t = useTexts(leaderTexts);
  const say = useBilingual();
  const { points, point } = useLedPoint();
  if (points.length < 2) return null;
  return (
    <Box className="lt-row lt-row--wrap" role="radiogroup" label={t('choosePoint')}>
      {points.map(({ pickupPointId, name }) => (
        <Chip
          key={pickupPointId}
          role="radio"
          chosen={pickupPointId === point?.pickupPointId}
          onTap={() => chooseLedPoint(pickupPointId)}
        >
          {say(name)}
        </Chip>
      ))}
    </Box>
  );
}

function OwnPoint({ children }: Pick<LeaderPageProps, 'children'>) {
  const t = useTexts(leaderTexts);
  const { query, point } = useLedPoint();
  useVisitedCity(useCity(point?.cityId).data);
  return (
    <QueryState query={query}>
      {() =>
        point ? children(point) : <EmptyState icon="shop" title={t('noPoint')} detail={t('noPointDetail')} />
      }
    </QueryState>
  );
}

/** A page of the leader's: for leaders only, about one of their pickup points. */
export function LeaderPage({ title, children, footer, wide = false, choosing = false }: LeaderPageProps) {
  return (
    <Page title={title} footer={footer} wide={wide}>
      <SignInGate role="leader">
        {choosing && <PointChoice />}
        <OwnPoint>{children}</OwnPoint>
      </SignInGate>
    </Page>
  );
}
