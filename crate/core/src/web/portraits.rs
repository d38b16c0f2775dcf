//! Sites that offer portraits of people: a photo found there can be anybody's.

/// Host and name of each site, by kind, from what the sites say of themselves (November 2026).
const SITES: &[(&str, &str)] = &[
    // Agencies that sell pictures: a model poses, and whoever pays may use it.
    ("123rf.com", "123RF"),
    ("adobestock.com", "Adobe Stock"),
    ("alamy.com", "Alamy"),
    ("alamy.de", "Alamy"),
    ("bigstockphoto.com", "Bigstock"),
    ("canstockphoto.com", "Can Stock Photo"),
    ("colourbox.com", "Colourbox"),
    ("colourbox.de", "Colourbox"),
    ("crushpixel.com", "Crushpixel"),
    ("depositphotos.com", "Depositphotos"),
    ("dissolve.com", "Dissolve"),
    ("dreamstime.com", "Dreamstime"),
    ("fotolia.com", "Fotolia"),
    ("fotosearch.com", "Fotosearch"),
    ("gettyimages.ca", "Getty Images"),
    ("gettyimages.co.uk", "Getty Images"),
    ("gettyimages.com", "Getty Images"),
    ("gettyimages.com.au", "Getty Images"),
    ("gettyimages.de", "Getty Images"),
    ("gettyimages.es", "Getty Images"),
    ("gettyimages.fr", "Getty Images"),
    ("gettyimages.it", "Getty Images"),
    ("gettyimages.nl", "Getty Images"),
    ("imago-images.com", "Imago"),
    ("istockphoto.com", "iStock"),
    ("masterfile.com", "Masterfile"),
    ("mostphotos.com", "Mostphotos"),
    ("photocase.com", "Photocase"),
    ("pixta.jp", "Pixta"),
    ("pond5.com", "Pond5"),
    ("shutterstock.com", "Shutterstock"),
    ("stock.adobe.com", "Adobe Stock"),
    ("stocksy.com", "Stocksy"),
    ("superstock.com", "SuperStock"),
    ("vectorstock.com", "VectorStock"),
    ("westend61.de", "Westend61"),
    // Free pictures.
    ("burst.shopify.com", "Burst"),
    ("freeimages.com", "FreeImages"),
    ("freepik.com", "Freepik"),
    ("freepik.es", "Freepik"),
    ("gratisography.com", "Gratisography"),
    ("kaboompics.com", "Kaboompics"),
    ("nappy.co", "Nappy"),
    ("pexels.com", "Pexels"),
    ("picjumbo.com", "Picjumbo"),
    ("pikwizard.com", "PikWizard"),
    ("pixabay.com", "Pixabay"),
    ("pxhere.com", "PxHere"),
    ("rawpixel.com", "Rawpixel"),
    ("reshot.com", "Reshot"),
    ("stockcake.com", "StockCake"),
    ("stocksnap.io", "StockSnap"),
    ("stockvault.net", "Stockvault"),
    ("unsplash.com", "Unsplash"),
    ("vecteezy.com", "Vecteezy"),
    // Made-up people: generated faces and stand-ins for designs.
    ("boredhumans.com", "BoredHumans"),
    ("generated.photos", "Generated Photos"),
    ("i.pravatar.cc", "Pravatar"),
    ("lexica.art", "Lexica"),
    ("pravatar.cc", "Pravatar"),
    ("randomuser.me", "Random User"),
    ("thispersondoesnotexist.com", "This Person Does Not Exist"),
    ("this-person-does-not-exist.com", "This Person Does Not Exist"),
    ("uifaces.co", "UI Faces"),
    ("whichfaceisreal.com", "Which Face Is Real"),
];

/// The name of a host's site, if the site offers portraits.
pub(super) fn site(host: &str) -> Option<&'static str> {
    let belongs = |site: &str| host.strip_suffix(site).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    SITES.iter().find(|(site, _)| belongs(site)).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sites_are_found_by_host_alone() {
        assert_eq!(site("images.unsplash.com"), Some("Unsplash"));
        assert_eq!(site("stock.adobe.com"), Some("Adobe Stock"));
        for other in ["adobe.com", "notunsplash.com", "unsplash.com.evil.example", ""] {
            assert_eq!(site(other), None, "{other}");
        }
    }
}
