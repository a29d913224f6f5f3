import type { ArticleOptions } from '../site.ts';
import { writeDocument } from './layout.ts';

/** `/article`: a long text set in a web font, which is the largest thing on the first screen. */
export function writeArticlePage({ fontDisplay }: ArticleOptions): string {
  return writeDocument({
    title: 'Why we fire twice | Clay & Alder',
    head: `<style>
@font-face { font-family: Brand; src: url(/fonts/brand.ttf); font-display: ${fontDisplay}; }
article { font-family: Brand, Georgia, 'Times New Roman', serif; font-size: 18px; line-height: 1.65; }
article h1 { font-family: inherit; }
</style>
<script src="/js/article.js" defer></script>`,
    body: `<main><article>
<h1>Why we fire twice</h1>
<p class="lead">The first firing makes the clay hard enough to be handled and thirsty enough to take a glaze. The
second one makes it a pot. Between the two lie a week, a bucket of wood ash and most of what can go wrong. This is
an account of that week, kept on the studio wall in pencil and copied here because people ask. It is not advice:
every kiln has its own weather, and ours leaks a little at the door. But the order of things has held for eleven
years, and the few times we changed it to save a day we lost the whole load and a month of throwing with it.</p>
<p>On Monday the pots come out of the first kiln, pale and ringing. Each is tapped with a knuckle: a dull one has
a crack that no glaze will close. About one in thirty goes back into the bucket.</p>
<p>On Tuesday we sieve the ash. It comes from the bakery, oak and beech, and is washed four times until the water
no longer feels of soap. What is left melts at about 1200 degrees and turns green where it is thick.</p>
<p class="ornament">◆ ◆ ◆</p>
<p>From Wednesday on the room smells of wet stone. A pot is held by its foot and dipped for as long as it takes to
say its name; the tall ones have long names. Friday is for waiting, and for the door.</p>
<figure><img src="/img/studio.png" width="800" height="360" alt="A bowl, a cup, a jar and a vase">
<figcaption>The shelf that waits for the second firing.</figcaption></figure>
</article></main>`,
  });
}
