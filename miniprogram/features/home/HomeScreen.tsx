import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { InvitationSheet } from '@/blocks/invitation/InvitationSheet';
import { useInvitation } from '@/blocks/invitation/useInvitation';
import { QueryState } from '@/client/QueryState';
import { useCycle, useFirstPlace } from '@/client/useShop';
import { Button } from '@/design/components/Button';
import { EmptyState, Notice } from '@/design/components/States';
import { Page } from '@/design/page/Page';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLarge } from '@/design/theme';
import { useTexts } from '@/i18n/texts';
import { openPage } from '@/platform/navigate';
import { Categories } from './Categories';
import { Hero, HeroSkeleton } from './Hero';
import { HomeHead } from './HomeHead';
import { NeighbourLine } from './NeighbourLine';
import { OfferGrid } from './OfferGrid';
import { OfferGridSkeleton } from './OfferGridSkeleton';
import { Specials } from './Specials';
import { homeTexts } from './texts';
import { useNeighbourhood, useOffers, useSpecials } from './useHome';
import './home.scss';

/** Still to be read. */
const unknown = { data: undefined, isError: false, error: null, refetch: () => undefined } as const;

/** The first screen: what can be had today at my pickup point. Large-type mode leaves out what is not needed to buy. */
export function HomeScreen({ invitedTo }: { invitedTo?: string | undefined }) {
  const t = useTexts(homeTexts);
  const large = useLarge();
  const queryClient = useQueryClient();
  const [categoryId, setCategoryId] = useState<string | undefined>();
  const { place, query: firstPlace } = useFirstPlace();
  const invitation = useInvitation(invitedTo);
  const pickupPointId = place?.pickupPointId;
  const cycle = useCycle(pickupPointId);
  const { query, items } = useOffers(pickupPointId, categoryId);
  const flash = useSpecials(pickupPointId, 'flash');
  const group = useSpecials(pickupPointId, 'group');
  const bought = useNeighbourhood(pickupPointId);
  const browsing = categoryId === undefined && !large;
  // What stands above the goods comes with them: nothing moves down once it can be read.
  const specialsKnown = flash.isFetched && group.isFetched;
  return (
    <Page title={t('title')} tab="home" wide head={<HomeHead place={place} />}>
      {place?.chosen !== true && (
        <Notice tone="yolk" icon="pin">
          <Box className="lt-row lt-row--between lt-row--wrap">
            <Words>{t('proposal')}</Words>
            <Button kind="quiet" size="small" onTap={() => openPage('/pages/pickup-points/index')}>
              {t('proposalAction')}
            </Button>
          </Box>
        </Notice>
      )}
      {cycle.data ? (
        <Hero
          cycle={cycle.data.cycle}
          next={cycle.data.next}
          onCutoff={() => void queryClient.invalidateQueries()}
        />
      ) : (
        !firstPlace.isError && !cycle.isError && <HeroSkeleton />
      )}
      {!large && <NeighbourLine bought={bought} />}
      <Categories chosen={categoryId} onChoose={setCategoryId} />
      {place ? (
        <QueryState query={browsing && !specialsKnown ? unknown : query} skeleton={<OfferGridSkeleton />}>
          {() => (
            <>
              {browsing && (
                <>
                  <Specials
                    title={t('flash')}
                    detail={t('flashDetail')}
                    icon="flash"
                    offers={flash.data?.items ?? []}
                  />
                  <Specials
                    title={t('group')}
                    detail={t('groupDetail')}
                    icon="people"
                    offers={group.data?.items ?? []}
                  />
                  <Words as="h2" className="lt-head">
                    {t('offers')}
                  </Words>
                </>
              )}
              <OfferGrid key={`${place.pickupPointId}${categoryId ?? ''}`} offers={items} />
            </>
          )}
        </QueryState>
      ) : (
        <QueryState query={firstPlace} skeleton={<OfferGridSkeleton />}>
          {({ items: places }) =>
            places.length === 0 ? (
              <EmptyState icon="pin" title={t('placesUnavailable')} />
            ) : (
              <OfferGridSkeleton />
            )
          }
        </QueryState>
      )}
      {invitation && <InvitationSheet {...invitation} here={place} />}
    </Page>
  );
}
