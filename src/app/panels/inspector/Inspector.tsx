import { ActionIcon, Button } from '@mantine/core';
import { useAnswers, useSession, useView, useWords } from '../../state/hooks.ts';
import { resolve, useShown } from '../../state/now.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Facets } from './Facets.tsx';
import css from './Inspector.module.css';
import { LinkDetail } from './LinkDetail.tsx';
import { EdgeDetail, NodeDetail } from './NodeDetail.tsx';

/** What is selected, with the lines that prove it; the whole chain's story when nothing is. */
export function Inspector() {
  const words = useWords();
  const session = useSession();
  const shown = useShown();
  const tab = useView((v) => v.tab);
  const selection = useView((v) => v.selection);
  const overview = useAnswers((a) => a.overview);
  const inOverview = tab === 'overview';
  const selected = resolve(selection, inOverview ? overview : (shown?.scene ?? null), shown?.chain ?? null);
  const moment = inOverview ? 'before' : (shown?.moment ?? 'before');
  const back = () => session.look({ selection: null });

  return (
    <div className={css['inspector']}>
      <div className={css['bar']}>
        <h2 className={css['title']}>{words('app', selected ? 'inspector.selected' : 'inspector.story')}</h2>
        {selected && (
          <Button size="compact-xs" leftSection={<Icon name="back" size={13} />} onClick={back}>
            {words('app', 'inspector.back')}
          </Button>
        )}
        <ActionIcon
          className={css['close'] ?? ''}
          variant="subtle"
          color="gray"
          aria-label={words('app', 'inspector.close')}
          onClick={() => session.look({ selection: null, details: false })}
        >
          <Icon name="close" />
        </ActionIcon>
      </div>
      <div className={css['scroll']}>
        {selected?.kind === 'link' ? (
          <LinkDetail link={selected.link} findings={shown?.findings ?? []} moment={moment} />
        ) : selected?.kind === 'node' ? (
          <NodeDetail node={selected.node} row={selected.row} edges={selected.edges} shown={shown} moment={moment} />
        ) : selected?.kind === 'edge' ? (
          <EdgeDetail edge={selected.edge} />
        ) : (
          <Facets shown={shown} />
        )}
      </div>
    </div>
  );
}
