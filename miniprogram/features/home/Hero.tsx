import { type Cycle } from '#shared/contracts/catalog/cycles';
import { Countdown } from '@/design/components/Countdown';
import { cityDateOf, daysAfter, formatMoment, formatNearDate } from '@/design/format/date';
import { formatClock } from '@/design/format/measure';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { useNow } from '@/platform/clock';
import { homeTexts } from './texts';

type HeroProps = { cycle: Cycle | undefined; next: Cycle | undefined; onCutoff: () => void };

const minuteMs = 60_000;

/** How long orders are taken, and when they can be collected. */
export function Hero({ cycle, next, onCutoff }: HeroProps) {
  const t = useTexts(homeTexts);
  const language = useLanguage();
  const now = useNow(minuteMs);
  if (!cycle)
    return (
      <Box className="home-hero home-hero--closed">
        <Words as="h2" className="home-hero__title">
          {t('closed')}
        </Words>
        <Words>
          {next ? t('nextOpens', { moment: formatMoment(next.opensAt, now, language) }) : t('nothingSoon')}
        </Words>
      </Box>
    );
  const day = formatNearDate(cycle.pickupDate, now, language);
  return (
    <Box as="section" className="home-hero">
      <HeroWords title={t('hero', { cutoff: formatMoment(cycle.cutoffAt, now, language), day })} />
      <Box className="home-hero__clock">
        <Words className="lt-tiny">{t('cutoffToday')}</Words>
        <Countdown key={cycle.cycleId} until={cycle.cutoffAt} onEnd={onCutoff} className="home-hero__time" />
      </Box>
    </Box>
  );
}

function HeroWords({ title }: { title: string }) {
  const t = useTexts(homeTexts);
  return (
    <Box className="home-hero__words">
      <Words as="h2" className="home-hero__title">
        {title}
      </Words>
      <Words as="p" className="home-hero__detail">
        {t('heroDetail')}
      </Words>
    </Box>
  );
}

/** As high as what is coming: the words of some round, unseen. */
export function HeroSkeleton() {
  const t = useTexts(homeTexts);
  const language = useLanguage();
  const now = useNow(minuteMs);
  const cutoff = formatMoment(new Date(now).toISOString(), now, language);
  return (
    <Box decorative className="home-hero">
      <Box className="home-hero__unseen">
        <HeroWords
          title={t('hero', { cutoff, day: formatNearDate(daysAfter(cityDateOf(now), 1), now, language) })}
        />
        <Box className="home-hero__clock">
          <Words className="lt-tiny">{t('cutoffToday')}</Words>
          <Words className="home-hero__time">{formatClock(0)}</Words>
        </Box>
      </Box>
    </Box>
  );
}
