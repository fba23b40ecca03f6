import { loadWords } from '../../words/index.ts';
import { firstLang } from '../state/settings.ts';
import { fetchPlan, NotFetched } from './fetched.ts';
import { putInbox, takeConfirmed } from './inbox.ts';
import { planOf, sourceOf } from './plan.ts';

/** The one page that may connect: it fetches what was confirmed, hands it over and goes. It knows nothing else of the app. */
async function start(): Promise<void> {
  const url = sourceOf(location.hash);
  const plan = url === null ? null : planOf(url);
  const back = (hash: string) => location.replace(new URL(`./${hash}`, location.href.replace(/#.*$/, '')).href);
  if (url === null || !plan) return back('');
  // Nobody is sent here by a link alone.
  if (!takeConfirmed(url)) return back(`#src=${encodeURIComponent(url)}`);
  const lang = firstLang(navigator.languages);
  const words = await loadWords(lang);
  document.documentElement.lang = lang;
  const status = document.getElementById('status');
  const say = (text: string) => {
    if (status) status.textContent = text;
  };
  say(words('app', 'src.loading', { host: plan.hosts.join(', ') }));
  try {
    // Nobody but the hosts that were named: a redirect would ask another.
    const get = (from: string) => fetch(from, { credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'error' });
    const parcels = await fetchPlan(plan, get, (count) => say(words('app', 'src.count', { count })));
    await putInbox({ url, parcels });
  } catch (error) {
    const { code, detail } = error instanceof NotFetched ? error : { code: 'unreachable', detail: plan.hosts.join(', ') };
    await putInbox({ url, failed: code, detail });
  }
  back('#inbox');
}

void start();
