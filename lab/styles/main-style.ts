/** `/css/main.css`: layout and type. */
export const MAIN_STYLE = `
*, *::before, *::after { box-sizing: border-box; }
body { margin: 0; font: 16px/1.55 system-ui, sans-serif; }
h1, h2, h3, .brand { font-family: Georgia, 'Times New Roman', serif; font-weight: 400; line-height: 1.15; }
img { display: block; max-width: 100%; height: auto; }
main, .masthead, footer { width: min(1080px, 100% - 32px); margin-inline: auto; }
.masthead { display: flex; align-items: baseline; gap: 28px; padding: 18px 0; }
.masthead a { text-decoration: none; }
.brand { font-size: 24px; margin-right: auto; }
.icons { display: flex; flex-wrap: wrap; gap: 6px; padding-top: 12px; }
.icons img { width: 24px; height: 24px; }
.hero { position: relative; margin: 20px 0 36px; border-radius: 6px; overflow: hidden; aspect-ratio: 960 / 400; }
.hero-image { width: 100%; height: 100%; object-fit: cover; }
.hero-background { background-size: cover; background-position: center; }
.hero-text { position: absolute; inset: 0 auto 0 0; width: 38%; padding: 4%; }
.hero-text h1 { font-size: clamp(22px, 3.4vw, 40px); margin: 0 0 8px; }
.hero-text p { margin: 0 0 16px; }
.button, .card button { display: inline-block; border: 0; border-radius: 4px; padding: 9px 16px; font: inherit; cursor: pointer; text-decoration: none; }
h2 { font-size: 28px; margin: 0 0 16px; }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(220px, 1fr)); gap: 20px; list-style: none; margin: 0 0 48px; padding: 0; }
.card { border-radius: 6px; overflow: hidden; padding-bottom: 16px; }
.card > :not(img) { margin: 10px 16px 0; }
.card h3 { font-size: 19px; }
.card p { font-size: 14px; min-height: 1.55em; }
.card .price { font-size: 16px; }
.stockists { width: 100%; border-collapse: collapse; font-size: 14px; margin-bottom: 48px; }
.stockists td { padding: 6px 12px 6px 0; }
.promo { display: grid; place-content: center; height: 220px; text-align: center; font-size: 20px; }
#root { min-height: 100vh; }
article { max-width: 680px; margin: 40px auto 64px; }
article h1 { font-size: 40px; margin: 0 0 8px; }
.lead { font-size: 21px; line-height: 1.5; }
figure { margin: 32px 0; }
figcaption { font-size: 13px; margin-top: 8px; }
.ornament { text-align: center; font-size: 22px; letter-spacing: 12px; }
footer { padding: 24px 0 48px; font-size: 14px; }
`;
