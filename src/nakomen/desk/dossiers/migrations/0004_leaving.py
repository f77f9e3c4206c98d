from django.db import migrations, models

CHANNELS = ("portal", "mail", "phone", "post", "api")
RIGHTS = (
    "access", "rectify", "erase", "restrict", "port", "object", "withdraw", "offboard",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("dossiers", "0003_begun"),
    ]

    operations = [
        migrations.AlterField(
            model_name="case",
            name="channel",
            field=models.CharField(choices=[(word, word) for word in CHANNELS], max_length=8),
        ),
        migrations.AlterField(
            model_name="case",
            name="right",
            field=models.CharField(
                blank=True, choices=[(word, word) for word in RIGHTS], max_length=12
            ),
        ),
    ]
