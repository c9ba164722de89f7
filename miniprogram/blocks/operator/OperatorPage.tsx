import { type ReactNode } from 'react';
import { type City } from '#shared/contracts/catalog/cities';
import { CityField } from '@/blocks/cycle/CityField';
import { useCities } from '@/client/cities';
import { useVisitedCity } from '@/client/city';
import { QueryState } from '@/client/QueryState';
import { SignInGate } from '@/client/SignInGate';
import { EmptyState } from '@/design/components/States';
import { Page } from '@/design/page/Page';
import { useTexts } from '@/i18n/texts';
import { operatorTexts } from './texts';

type OperatorPageProps = {
  title: string;
  /** Shown once it is known which city is worked for. */
  children: (city: City) => ReactNode;
  action?: ReactNode;
};

function OwnCity({ children }: Pick<OperatorPageProps, 'children'>) {
  const t = useTexts(operatorTexts);
  const { query, city } = useCities();
  // What is filled in begins with times: it waits until the clock is that of the city.
  const visited = useVisitedCity(city);
  return (
    <QueryState query={query}>
      {() =>
        city ? (
          <>
            <CityField />
            {visited && children(city)}
          </>
        ) : (
          <EmptyState icon="map" title={t('noCity')} detail={t('noCityDetail')} />
        )
      }
    </QueryState>
  );
}

/** A page of the merchant's staff: for operators only, about the city they work for. */
export function OperatorPage({ title, children, action }: OperatorPageProps) {
  return (
    <Page title={title} wide action={action}>
      <SignInGate role="operator">
        <OwnCity>{children}</OwnCity>
      </SignInGate>
    </Page>
  );
}
