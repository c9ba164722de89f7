import { SkeletonRows } from '@/design/components/Skeleton';
import { designTexts } from '@/design/designTexts';
import { Page } from '@/design/page/Page';
import { useTexts } from '@/i18n/texts';

export default function HomePage() {
  const t = useTexts(designTexts);
  return (
    <Page title={t('tabHome')} tab="home">
      <SkeletonRows />
    </Page>
  );
}
