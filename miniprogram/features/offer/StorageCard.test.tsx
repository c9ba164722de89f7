import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { type OfferPage } from '#shared/contracts/catalog/shopping';
import { queryClient } from '@/client/queries';
import { useLanguageStore } from '@/i18n/language';
import { answerApi } from '@/testing/api';
import { StorageCard } from './StorageCard';

const page = {
  offer: { fresh: true, temperature: 'ambient' },
  cycle: { cityId: 'cit_1' },
} as unknown as OfferPage;

afterEach(() => jest.restoreAllMocks());

test('claims are promised for as long as the city takes them', async () => {
  useLanguageStore.setState({ language: 'en' });
  answerApi({ 'GET /cities/cit_1': () => ({ body: { cityId: 'cit_1', freshClaimHours: 36 } }) });
  render(
    <QueryClientProvider client={queryClient}>
      <StorageCard page={page} />
    </QueryClientProvider>,
  );
  await screen.findByText('Anything bad within 36 hours is refunded');
});
