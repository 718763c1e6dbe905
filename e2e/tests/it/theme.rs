//! The theme follows the device.

use e2e::page::Theme;
use e2e::patience::eventually;
use e2e::server::Rates;
use e2e::{Visitor, tell};

#[tokio::test]
async fn the_page_is_dark_where_the_device_is() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        ada.says("into the dark").await;

        let light = wears(&ada, Theme::Light).await;
        let dark = wears(&ada, Theme::Dark).await;

        assert!(
            light > 0.8,
            "the light theme's ground has a lightness of {light}"
        );
        assert!(
            dark < 0.2,
            "the dark theme's ground has a lightness of {dark}"
        );
    })
    .await;
}

/// Puts the page in a theme and returns how light its ground is, from 0 to 1. What is
/// under the timeline must be the token of the style sheet.
async fn wears(visitor: &Visitor, theme: Theme) -> f64 {
    const GROUND: &str = "(() => {
        const probe = document.body.appendChild(document.createElement('i'));
        probe.className = 'probe';
        probe.style.setProperty('color', 'var(--surface-canvas)');
        const token = getComputedStyle(probe).color;
        probe.remove();
        const [red, green, blue] = token.match(/[0-9.]+/g).map(Number);
        const lightness = (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
        return [token, getComputedStyle(document.body).backgroundColor, lightness];
    })()";
    visitor.page().in_theme(theme).await;
    eventually("the ground is the token's colour", async || {
        let (token, ground, lightness): (String, String, f64) = visitor.page().look(GROUND).await?;
        if ground == token {
            Ok(lightness)
        } else {
            Err(format!("{ground} is not {token}"))
        }
    })
    .await
}
