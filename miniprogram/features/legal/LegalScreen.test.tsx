import { screen } from '@testing-library/react';
import { show } from '@/testing/show';
import { LegalScreen } from './LegalScreen';

test.each([
  ['terms', 'Terms of use', 'Cancelling and refunds'],
  ['privacy', 'Privacy policy', 'Who sees it'],
] as const)('%s can be read', (of, title, section) => {
  show(<LegalScreen of={of} />);
  screen.getByRole('heading', { name: title, level: 1 });
  screen.getByRole('heading', { name: section });
});
