import { useState } from 'react';
import { OfferTile } from '@/blocks/offer/OfferTile';
import { QueryState } from '@/client/QueryState';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Chip } from '@/design/components/Chip';
import { ListRow } from '@/design/components/ListRow';
import { EmptyState } from '@/design/components/States';
import { VirtualList } from '@/design/components/VirtualList';
import { Page } from '@/design/page/Page';
import { Box } from '@/design/primitives/Box';
import { Input } from '@/design/primitives/Input';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { openPage } from '@/platform/navigate';
import { forgetHistory, remember, searchHistory } from './history';
import { searchTexts } from './texts';
import { useResults, useSuggestions } from './useSearch';

/** Finds offers by words, pinyin or initials; suggests while typing and remembers what was searched. */
export function SearchScreen() {
  const t = useTexts(searchTexts);
  const [typed, setTyped] = useState('');
  const [q, setQ] = useState<string | undefined>();
  const [history, setHistory] = useState(searchHistory);
  const search = (words: string) => {
    const wanted = words.trim();
    if (wanted === '') return;
    setTyped(wanted);
    setQ(wanted);
    setHistory(remember(wanted));
  };
  return (
    <Page title={t('title')} wide>
      <Box className="lt-row">
        <Box className="lt-grow">
          <Input
            kind="search"
            value={typed}
            label={t('placeholder')}
            placeholder={t('placeholder')}
            autoFocus
            maxLength={40}
            onChange={(value) => {
              setTyped(value);
              setQ(undefined);
            }}
            onEnter={() => search(typed)}
          />
        </Box>
        <Button icon="search" onTap={() => search(typed)} disabled={typed.trim() === ''}>
          {t('go')}
        </Button>
      </Box>
      {q !== undefined ? (
        <Results q={q} />
      ) : typed.trim() === '' ? (
        <History
          history={history}
          onChoose={search}
          onForget={() => {
            forgetHistory();
            setHistory([]);
          }}
        />
      ) : (
        <Suggestions typed={typed} onChoose={search} />
      )}
    </Page>
  );
}

function Results({ q }: { q: string }) {
  const t = useTexts(searchTexts);
  const { query, items } = useResults(q);
  return (
    <QueryState query={query}>
      {() =>
        items.length === 0 ? (
          <EmptyState icon="search" title={t('nothing', { q })} detail={t('nothingDetail')} />
        ) : (
          <VirtualList
            items={items}
            keyOf={({ offerId }) => offerId}
            render={(offer, at) => <OfferTile offer={offer} eager={at < 4} />}
            estimate={1980}
            chunk={12}
            className="offer-grid"
            label={t('results', { q })}
          />
        )
      }
    </QueryState>
  );
}

function Suggestions({ typed, onChoose }: { typed: string; onChoose: (words: string) => void }) {
  const t = useTexts(searchTexts);
  const say = useBilingual();
  const suggestions = useSuggestions(typed);
  return (
    <Card flush label={t('suggestions')}>
      <ListRow icon="search" title={typed} onTap={() => onChoose(typed)} />
      {suggestions.map(({ offerId, title }) => (
        <ListRow
          key={offerId}
          icon="leaf"
          title={say(title)}
          onTap={() => openPage('/pages/offer/index', { offerId })}
        />
      ))}
    </Card>
  );
}

type HistoryProps = { history: readonly string[]; onChoose: (words: string) => void; onForget: () => void };

function History({ history, onChoose, onForget }: HistoryProps) {
  const t = useTexts(searchTexts);
  if (history.length === 0) return <EmptyState icon="search" title={t('start')} detail={t('startDetail')} />;
  return (
    <Box as="section" label={t('history')} className="lt-column">
      <Box className="lt-row lt-row--between">
        <Words as="h2" className="lt-head">
          {t('history')}
        </Words>
        <Button kind="quiet" size="small" icon="trash" onTap={onForget}>
          {t('clearHistory')}
        </Button>
      </Box>
      <Box className="lt-row lt-row--wrap">
        {history.map((words) => (
          <Chip key={words} icon="clock" onTap={() => onChoose(words)}>
            {words}
          </Chip>
        ))}
      </Box>
    </Box>
  );
}
