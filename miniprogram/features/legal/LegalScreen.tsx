import { Card } from '@/design/components/Card';
import { Page } from '@/design/page/Page';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { privacyTexts, termsTexts } from './texts';

/** The sections of each, in the order in which they are read. */
const sections = [1, 2, 3, 4, 5, 6, 7] as const;

/** What people agree to when they sign in: the terms of use, or what becomes of their data. */
export function LegalScreen({ of }: { of: 'terms' | 'privacy' }) {
  const terms = useTexts(termsTexts);
  const privacy = useTexts(privacyTexts);
  const t = of === 'terms' ? terms : privacy;
  return (
    <Page title={t('title')}>
      <Card>
        <Box className="lt-column lt-column--loose">
          <Words as="p">{t('intro')}</Words>
          {sections.map((n) => (
            <Box key={n} as="section" className="lt-column lt-column--tight">
              <Words as="h2" className="lt-head">
                {t(`head${n}`)}
              </Words>
              <Words as="p" selectable>
                {t(`text${n}`)}
              </Words>
            </Box>
          ))}
        </Box>
      </Card>
    </Page>
  );
}
