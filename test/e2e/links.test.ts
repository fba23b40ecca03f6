import { describe, expect } from 'vitest';
import { english as words } from '../../src/words/index.ts';
import { test } from './visit.ts';

describe('a link that cannot be opened says so and leaves an empty app', () => {
  test.for([
    ['no link at all', '#hello'],
    ['wrong', '#v1.d.!!!!'],
    ['a script', '#v1.k1.<script>document.title=`harmed`</script>'],
    ['truncated', '#v1.d.S0rMS8lMBgA'],
    ['newer', '#v9.d.AAAA'],
    ['of an unknown codec', '#v1.z.AAAA'],
    ['hostile', `#v1.d.${'A'.repeat(100_000)}`],
  ])('%s', async ([_what, hash = ''], { visit }) => {
    const app = await visit({ hash });
    await app.page.getByText(words('app', 'link.refused')).waitFor();
    expect(await app.welcome().isVisible()).toBe(true);
    expect(await app.page.title()).not.toBe('harmed');
    // The app still works.
    await app.takeSample('shipped');
    await app.status('ok').first().waitFor();
  });
});
