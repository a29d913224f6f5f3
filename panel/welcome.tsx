import { render } from 'preact';
import { Welcome } from './view/welcome.tsx';
import { speakLanguage } from './text.ts';

speakLanguage('welcomeTitle');
const root = document.getElementById('root');
if (root) render(<Welcome />, root);
